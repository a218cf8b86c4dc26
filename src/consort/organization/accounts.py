"""How allauth is used here: nobody signs up by themselves, and everything it says is said in our words."""

import base64
import logging
import os
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from consort.core import keys

log = logging.getLogger("consort.accounts")
NONCE = 12


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in by email. Sign-up is closed: one comes by invitation or by setting the organization up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This login is closed. Ask an administrator."),
        "email_password_mismatch": _("Email and password do not belong together. Nobody was signed in."),
        "enter_current_password": _("This is not your present password. Nothing was changed."),
        "incorrect_code": _("This code does not fit. It may have run out: take the next one."),
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link was used already, or it has run out."),
        "max_email_addresses": _("Your address is changed in Settings, under You."),
        "too_many_login_attempts": _("Too many tries that did not fit. Wait five minutes, then try again."),
        "rate_limited": _("Too many tries. Wait a few minutes, then try again."),
        "same_as_current": _("This is the same as before."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of this very host: others that the server answers to are none of the reader's business."""
        request: HttpRequest = self.request
        return url_has_allowed_host_and_scheme(url, {request.get_host()}, request.is_secure())

    def format_email_subject(self, subject: str) -> str:
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send, or write down that it could not be sent: a silent mail server must not stop a sign-in."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            log.exception("%s was not sent", template_prefix)


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Authenticator apps and passkeys. Their secrets are encrypted under the master key."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code does not fit. It may have run out: take the next one."),
        "cannot_generate_recovery_codes": _("Recovery codes need an authenticator app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(NONCE)
        return base64.b64encode(nonce + self._cipher().encrypt(nonce, text.encode(), None)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. One written before there was a key for it is given back as it is."""
        try:
            box = base64.b64decode(encrypted_text, validate=True)
            return self._cipher().decrypt(box[:NONCE], box[NONCE:], None).decode()
        except (ValueError, InvalidTag):
            return encrypted_text

    @staticmethod
    def _cipher() -> AESGCM:
        return AESGCM(keys.derived("sign-in"))

    def _get_site_name(self) -> str:
        return str(self.get_totp_issuer())

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        return str(_("Passkey"))
