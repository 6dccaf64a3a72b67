from django.urls import path

from halfhour.contact import views

urlpatterns = [
    path("", views.index, name="index"),
]
