"""Prepares what a command needs: `site` to build and serve, `links`, and `test` to run the tests.

    python3 .ci/environment.py site|links|test|system

It uses the standard library alone, and syntax that an old Python can read, to say that it is old.
"""

import ctypes.util
import hashlib
import os
import shutil
import socket
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
OLDEST = (3, 11)

# What the tests need of the system: Debian package -> how to tell that it is there.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SYSTEM = {
    "chromium": lambda: any(shutil.which(name) for name in BROWSERS),
    "libpango-1.0-0": lambda: ctypes.util.find_library("pango-1.0"),
    "libpangoft2-1.0-0": lambda: ctypes.util.find_library("pangoft2-1.0"),
    "libharfbuzz-subset0": lambda: ctypes.util.find_library("harfbuzz-subset"),
    "poppler-utils": lambda: shutil.which("pdftoppm"),
}


def stop(message):
    """End with one line that says what is wrong and what to do."""
    sys.exit("make: " + message)


def require_python():
    """Stop when this Python is too old."""
    if sys.version_info < OLDEST:
        stop(
            "Python %d.%d or newer is needed, and %s is %d.%d."
            " Name a newer one: make serve PYTHON=python3.12"
            % (OLDEST + (sys.executable,) + tuple(sys.version_info[:2]))
        )


def venv_python():
    """Return the path of the environment's Python."""
    windows = os.path.join(VENV, "Scripts", "python.exe")
    return windows if os.name == "nt" else os.path.join(VENV, "bin", "python")


def locked(name):
    """Return the path of a lock file."""
    return os.path.join(ROOT, "requirements", name + ".txt")


def stamp(name):
    """Return the path of the file that says what was installed, and what should stand in it."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (locked(name), os.path.join(ROOT, "pyproject.toml")):
        with open(path, "rb") as file:
            digest.update(file.read())
    return os.path.join(VENV, name + ".installed"), digest.hexdigest()


def installed(name):
    """Tell whether the environment holds what a lock file lists."""
    path, wanted = stamp(name)
    if not os.path.exists(path) or not os.path.exists(venv_python()):
        return False
    with open(path, encoding="ascii") as file:
        return file.read() == wanted


def run(command, problem):
    """Run a command; when it fails show its output and stop with one line."""
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout.decode("utf-8", "replace"))
        stop(problem)


def install(name):
    """Install a lock file into the environment, and the project itself, editable."""
    if installed(name):
        return
    if not os.path.exists(venv_python()):
        print("Creating the environment in .venv ...", flush=True)
        run(
            [sys.executable, "-m", "venv", VENV],
            "the environment could not be made. On Debian: apt-get install python3-venv",
        )
    print("Installing what requirements/%s.txt lists ..." % name, flush=True)
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    command = pip + ["--require-hashes", "--retries", "2", "-r", locked(name)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace")
        if any(
            sign in said
            for sign in (
                "NewConnectionError",
                "Failed to establish",
                "ConnectTimeout",
                "NameResolutionError",
                "ProxyError",
            )
        ):
            stop("the packages could not be fetched: no network. Connect and run this again.")
        sys.stderr.write(said)
        stop("the packages could not be installed; pip's words are above.")
    run(
        pip + ["--no-deps", "--no-build-isolation", "--editable", ROOT],
        "the project itself could not be installed; pip's words are above.",
    )
    path, wanted = stamp(name)
    with open(path, "w", encoding="ascii") as file:
        file.write(wanted)


def missing():
    """Return the Debian names of the system packages that are not there."""
    return [name for name, there in sorted(SYSTEM.items()) if not there()]


def system():
    """Install the system packages on Debian as root; elsewhere name what is missing and stop."""
    names = missing()
    if not names:
        return
    command = "apt-get install --yes --no-install-recommends " + " ".join(names)
    if not shutil.which("apt-get"):
        stop(
            "missing: %s (Debian's names). Install them with your system's tool." % ", ".join(names)
        )
    if os.geteuid() != 0:
        stop("missing: %s. Install: sudo %s" % (", ".join(names), command))
    print("Installing %s ..." % ", ".join(names), flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run(["apt-get", "update"], "apt-get update failed; its words are above.")
    run(command.split(), "%s could not be installed; apt's words are above." % ", ".join(names))
    still = missing()
    if still:
        stop("missing after the installation: %s." % ", ".join(still))


def free(port):
    """Stop when the port on 127.0.0.1 is in use."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            stop(
                "port %d on 127.0.0.1 is in use. Choose another: make serve PORT=%d"
                % (port, port + 1)
            )


def main(what, *rest):
    """Prepare what the first argument names."""
    require_python()
    if what == "serve":
        free(int(rest[0]))
        install("site")
    elif what in ("site", "links"):
        install(what)
    elif what == "test":
        system()
        install("test")
    elif what == "system":
        system()
    else:
        stop("unknown: %s" % what)


if __name__ == "__main__":
    main(*sys.argv[1:])
