from django.urls import path

from halfhour.interview import views

urlpatterns = [
    path("", views.index, name="index"),
]
