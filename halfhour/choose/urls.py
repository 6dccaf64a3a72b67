from django.urls import path

from halfhour.choose import views

urlpatterns = [
    path("", views.index, name="index"),
]
