"""Failures: what kept an answer away, as a word for the judge and as words for a reader."""

import errno
import socket
import ssl

import aiohttp

from handbook.links.observation import NO_HOST, REFUSED, UNANSWERED, UNSAFE

NOT_PUBLIC = "it leads to a machine that is not on the public internet"
NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
# OpenSSL's numbers: https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/
CERTIFICATES = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is signed by itself alone",
    62: "its certificate is for another host",
}


class NotPublicError(OSError):
    """A connection to a machine that is not on the public internet was refused."""


def reason(error: Exception, seconds: float) -> tuple[str, str]:
    """Return what kept an answer away: a word for the judge, and words for a reader."""
    match error:
        case TimeoutError():
            said = f"it took more than {seconds:g} seconds"
        case aiohttp.ClientConnectorCertificateError():
            number = getattr(error.certificate_error, "verify_code", 0)
            said = CERTIFICATES.get(number, "its certificate can't be verified")
        case aiohttp.ClientConnectorSSLError() | ssl.SSLError():
            said = "no encrypted connection could be made"
        case aiohttp.ClientConnectorError():
            return _connection_reason(error.os_error)
        case OSError() | aiohttp.ServerDisconnectedError():
            said = "its server ended the connection without an answer"
        case aiohttp.ClientPayloadError():
            said = "its answer breaks off"
        case _:
            said = "its answer can't be read"
    return UNANSWERED, said


def _connection_reason(error: OSError) -> tuple[str, str]:
    if isinstance(error, socket.gaierror):
        is_sure = error.errno in NO_SUCH_HOST
        said = "there is no such host" if is_sure else "its host could not be looked up"
        return NO_HOST if is_sure else UNANSWERED, said
    # Of several addresses of a host, what kept each away is joined into one text.
    if NOT_PUBLIC in str(error):
        return UNSAFE, NOT_PUBLIC
    if error.errno == errno.ECONNREFUSED:
        return REFUSED, "its server takes no connection"
    return UNANSWERED, "its server could not be reached"
