"""Signing in with the start link; later requests bring the seeker along in the same query."""

from django.contrib.auth.backends import ModelBackend

from halfhour.accounts.models import User


class StartLinkBackend(ModelBackend):
    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("seeker").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
