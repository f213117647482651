# frozen_string_literal: true

Rails.application.routes.draw do
  root to: "shop#page"
  get "session", to: "shop#who", as: :who
  devise_for :users
  devise_scope :user do
    delete "lenient/sign_out", to: "lenient_sessions#destroy"
    post "form/sign_out", to: "devise/sessions#destroy"
  end
  mount Rack::Files.new(ENV.fetch("BUILT")), at: "/dist"
end
