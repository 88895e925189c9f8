create table hosted_service_permission (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  service_id varchar(64) not null,
  principal varchar(255) not null,
  principal_account varchar(12) not null,
  unique (service_id, principal)
);

create index hosted_service_permission_scope on hosted_service_permission (account, region, seq);
create index hosted_service_permission_account on hosted_service_permission (principal_account, service_id);
