create table launch_template (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  name varchar(128) not null,
  created_by varchar(2048) not null,
  default_version bigint not null,
  latest_version bigint not null,
  constraint launch_template_name unique (account, region, name)
);

create index launch_template_scope on launch_template (account, region, seq);

create table launch_template_version (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  template_id varchar(64) not null,
  version_number bigint not null,
  description varchar(255),
  data varchar(1000000) not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(2048) not null,
  constraint launch_template_version_number unique (template_id, version_number)
);

create index launch_template_version_scope on launch_template_version (account, region, seq);
