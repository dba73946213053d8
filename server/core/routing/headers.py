"""What every answer says to the browser, files and errors included."""

from flask import Flask, Response, request

#: `'wasm-unsafe-eval'` is for hash-wasm; workers take the policy from their own response.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types svelte-trusted-html default",
    )
)

_ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def register_headers(app: Flask, api_prefix: str, api_version: str, https: bool) -> None:
    """Put the security headers on every answer and `API-Version` on those of the API."""

    @app.after_request
    def add(answer: Response) -> Response:
        for name, value in _ALWAYS.items():
            answer.headers.setdefault(name, value)
        if https:
            answer.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if request.path.startswith(api_prefix + "/"):
            answer.headers["API-Version"] = api_version
            answer.headers.setdefault("Cache-Control", "no-store")
            answer.vary.update(("Accept-Language", "Cookie"))
        return answer
