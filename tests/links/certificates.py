"""Certificates made for a test: a good one, and one for each way in which one can be bad."""

import datetime
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.UTC)
AUTHORITY = "authority.pem"
DAY = datetime.timedelta(days=1)
Key = ec.EllipticCurvePrivateKey


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _certificate(
    host: str, key: Key, signer: tuple[str, Key], days: int = 1, *, authority: bool = False
) -> x509.Certificate:
    start = NOW - 10 * DAY
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(host))
        .issuer_name(_name(signer[0]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(NOW + days * DAY)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    )
    return builder.sign(signer[1], hashes.SHA256())


def _context(folder: Path, certificate: x509.Certificate, key: Key) -> ssl.SSLContext:
    path = folder / f"{certificate.serial_number}.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(path)
    return context


def trusting(folder: Path) -> ssl.SSLContext:
    """Return the context of a client that trusts what a server has made in a folder."""
    return ssl.create_default_context(cafile=folder / AUTHORITY)


def chosen_by_host(folder: Path) -> ssl.SSLContext:
    """Return a server's context, which chooses a certificate by the host that is asked for."""
    key, root = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _certificate("authority.test", root, ("authority.test", root), authority=True)
    signer = ("authority.test", root)
    certificates = {
        "good.test": _certificate("good.test", key, signer),
        "itself.test": _certificate("itself.test", key, ("itself.test", key)),
        "expired.test": _certificate("expired.test", key, signer, days=-1),
        "another.test": _certificate("good.test", key, signer),
    }
    found = {host: _context(folder, one, key) for host, one in certificates.items()}
    server = _context(folder, certificates["good.test"], key)

    def choose(wrapped: ssl.SSLObject, host: str | None, _: ssl.SSLContext) -> None:
        wrapped.context = found.get(host or "", server)

    server.sni_callback = choose
    (folder / AUTHORITY).write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    return server
