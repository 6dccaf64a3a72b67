from django.urls import path

from halfhour.record import views

urlpatterns = [
    path("", views.index, name="index"),
]
