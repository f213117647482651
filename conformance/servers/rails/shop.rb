# frozen_string_literal: true

# A shop on Debian's Rails with Devise. It prints its port, and serves until its input ends.
# SESSIONS says where sessions are kept: on the `server`, or in the `cookie`, which is Rails' default.

require "action_controller/railtie"
require "active_record/railtie"
require "devise"
require "devise/orm/active_record"
require "rack/handler/webrick"
require "tempfile"

DATABASE = Tempfile.new(["shop", ".sqlite3"])
ENV["DATABASE_URL"] = "sqlite3:#{DATABASE.path}"
PAGE = File.read(File.expand_path("../storefront.html", __dir__)).sub("<!-- head -->", "<%= csrf_meta_tags %>")

class Shop < Rails::Application
  config.root = __dir__
  config.eager_load = false
  config.consider_all_requests_local = false
  config.secret_key_base = "for-this-run-only"
  config.logger = Logger.new(IO::NULL)
  config.hosts = ["localhost"]
  config.action_controller.default_protect_from_forgery = true
  config.cache_store = :memory_store
  config.session_store(ENV["SESSIONS"] == "cookie" ? :cookie_store : :cache_store, key: "_shop_session")
end

Devise.setup do |config|
  config.secret_key = "for-this-run-only"
  # The default is slow on purpose. No password here needs that.
  config.stretches = 4
end

ActiveRecord::Base.establish_connection
ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table :users do |table|
    table.string :email, null: false
    table.string :encrypted_password, null: false
  end
end

class User < ActiveRecord::Base
  devise :database_authenticatable
end

Rails.application.initialize!

class ApplicationController < ActionController::Base
end

class ShopController < ApplicationController
  def page
    render inline: PAGE
  end

  def who
    render json: { user: current_user&.email }
  end
end

# A request without a CSRF token counts as a request without a session. Many tutorials advise this for an API.
class LenientSessionsController < Devise::SessionsController
  protect_from_forgery with: :null_session
end

User.create!(email: "nora@example.com", password: "for-this-run-only")

quiet = { Logger: WEBrick::Log.new(IO::NULL), AccessLog: [] }
Rack::Handler::WEBrick.run(Rails.application, Host: "localhost", Port: 0, **quiet) do |server|
  puts server.listeners.first.addr[1]
  $stdout.flush
  Thread.new { $stdin.read && server.shutdown }
end
