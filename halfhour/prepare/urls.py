from django.urls import path

from halfhour.prepare import views

urlpatterns = [
    path("", views.index, name="index"),
]
