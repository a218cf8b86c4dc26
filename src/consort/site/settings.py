"""All settings. Each that an operator may change is read from the environment and named in docs/operator.md."""

import hashlib
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from consort.core import keys
from consort.core.database import use_current_sqlite
from consort.site import environment
from consort.site.databases import from_url, key_mark_of

use_current_sqlite()

ROOT = Path(__file__).resolve().parents[3]
DATA = environment.folder("CONSORT_DATA", ROOT / "data")
DATA.mkdir(parents=True, exist_ok=True, mode=0o700)

# Secrets. The master key never lies in the data directory: a copy of the data opens nothing.
MASTER_KEY = environment.text("CONSORT_MASTER_KEY")
_place = hashlib.sha256(str(DATA).encode()).hexdigest()[:12]
MASTER_KEY_FILE = environment.folder(
    "CONSORT_MASTER_KEY_PATH", Path("~/.config/consort").expanduser() / f"master-{_place}.key"
)
_database = from_url(environment.text("DATABASE_URL"), DATA)
_key = keys.read_or_create(MASTER_KEY, MASTER_KEY_FILE, lambda: key_mark_of(_database))

SECRET_KEY = environment.text("CONSORT_SECRET_KEY") or keys.derive(_key, "django").hex()
DEBUG = environment.flag("CONSORT_DEBUG", False)
DEMONSTRATION = environment.flag("CONSORT_DEMONSTRATION", True)
ADDRESS = environment.text("CONSORT_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = ADDRESS.startswith("https://")
BEHIND_PROXY = environment.flag("CONSORT_BEHIND_PROXY", False)
ALLOWED_HOSTS = [
    *environment.words("CONSORT_HOSTS", "127.0.0.1,localhost,[::1]"),
    ADDRESS.split("/")[2].split(":")[0],
]
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "csp",
    "ninja",
    "consort.core",  # ours come before allauth, whose templates they replace
    "consort.web",
    "consort.rounds",
    "consort.commitments",
    "consort.metrics",
    "consort.threads",
    "consort.documents",
    "consort.organization",
    "consort.channels",
    "consort.decisions",
    "consort.vision",
    "consort.development",
    "consort.workshops",
    "consort.weave",
    "consort.site",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]

MIDDLEWARE = [
    "consort.site.logging.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "consort.web.middleware.OrganizationMiddleware",
    "consort.web.middleware.ErrorsMiddleware",
]

ROOT_URLCONF = "consort.site.urls"
ASGI_APPLICATION = "consort.site.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "consort.web.frame.frame",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "template_partials.templatetags.partials"],
        },
    }
]

DATABASES = {"default": from_url(environment.text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts
AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["consort.organization.signing_in.PeopleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation by mail has proved the address
ACCOUNT_ADAPTER = "consort.organization.accounts.AccountAdapter"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Consort"
MFA_TOTP_TOLERANCE = 1  # phones with a clock slightly off
MFA_ADAPTER = "consort.organization.accounts.MFAAdapter"  # encrypts the secrets of authenticators
MFA_ALLOW_UNVERIFIED_EMAIL = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 1  # a new address is confirmed in our own settings
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "consort.web.views.errors.csrf_failure"

# Only what we serve runs; geometry is set inline by `style` attributes (docs/adr/0005).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# What people send
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Mail
_mail = environment.text("CONSORT_MAIL_HOST")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if _mail else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = str(DATA / "mail")
EMAIL_HOST = _mail
EMAIL_PORT = environment.number("CONSORT_MAIL_PORT", 587)
EMAIL_HOST_USER = environment.text("CONSORT_MAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("CONSORT_MAIL_PASSWORD")
EMAIL_USE_TLS = environment.flag("CONSORT_MAIL_TLS", True)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = environment.text("CONSORT_MAIL_FROM", "Consort <consort@localhost>")

# Language, time, files
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [ROOT / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "build" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "files"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

LOGGING_CONFIG = None
