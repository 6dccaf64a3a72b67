from django.urls import path

from halfhour.find import views

urlpatterns = [
    path("", views.index, name="index"),
]
