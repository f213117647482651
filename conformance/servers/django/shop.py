"""A shop on Debian's Django with allauth. It prints its port, and serves until its input ends."""

import logging
import os
import sys
import tempfile
import threading
from pathlib import Path

import django
from django.conf import settings

BUILT = os.environ["BUILT"]
DATABASE = tempfile.NamedTemporaryFile(suffix=".sqlite3")

settings.configure(
    SECRET_KEY="for-this-run-only",
    ALLOWED_HOSTS=["localhost"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE.name}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
        "django.contrib.sites",
        "allauth",
        "allauth.account",
        "allauth.socialaccount",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
    # The default is slow on purpose. No password here needs that.
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ACCOUNT_EMAIL_VERIFICATION="none",
    LOGIN_REDIRECT_URL="/",
    SITE_ID=1,
    LOGGING_CONFIG=None,
)
django.setup()
# The tests cause refused requests, so warnings are off. Errors are still shown.
logging.disable(logging.WARNING)

from django.contrib.auth.models import User
from django.contrib.auth.views import LogoutView
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import include, path
from django.views.static import serve

PAGE = (Path(__file__).parent.parent / "storefront.html").read_text()


def home(request):
    get_token(request)  # sets the cookie
    return HttpResponse(PAGE)


def session(request):
    user = request.user
    return JsonResponse({"user": user.get_username() if user.is_authenticated else None})


urlpatterns = [
    path("", home),
    path("session", session),
    path("dist/<path:path>", serve, {"document_root": BUILT}),
    path("accounts/", include("allauth.urls")),
    # Django's own view, which logged out by GET until version 5.
    path("logout/", LogoutView.as_view(next_page="/")),
]


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *args):
        pass


call_command("migrate", verbosity=0)
User.objects.create_user("nora", password="for-this-run-only")

server = ThreadedWSGIServer(("localhost", 0), QuietHandler)
server.daemon_threads = True
server.set_app(get_wsgi_application())
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
