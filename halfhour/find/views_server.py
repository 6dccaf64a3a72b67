"""From an address book server: typed, looked at, kept like a file."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from halfhour.accounts.requests import SignedIn
from halfhour.find import actions
from halfhour.find.forms_server import ServerForm
from halfhour.refused import Refused


@sensitive_post_parameters("password")
def server(request: SignedIn) -> HttpResponse:
    """The form, and after it the preview that a file has, too."""
    form = ServerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            staged = actions.read_server(
                request.user, url=said["address"], name=said["user_name"], password=said["password"]
            )
        except Refused as no:
            form.add_error(None, str(no))
        else:
            return redirect("find:import_preview", staged.pk)
    return render(request, "find/import_server.html", {"form": form}, status=422 if form.errors else 200)
