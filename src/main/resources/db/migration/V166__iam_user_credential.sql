-- SSH public keys, signing certificates and service-specific credentials.
create table iam_user_credential (
  seq bigint primary key,
  kind varchar(24) not null,
  credential_id varchar(128) not null unique,
  user_seq bigint not null references iam_entity,
  body varchar(16384),
  service varchar(128),
  service_user varchar(200),
  expires_at timestamp(6) with time zone,
  active boolean not null,
  created_at timestamp(6) with time zone not null
);

create index iam_user_credential_user on iam_user_credential (user_seq);

create table iam_server_certificate (
  entity_seq bigint primary key references iam_entity,
  body varchar(16384) not null,
  chain varchar(1000000),
  expires_at timestamp(6) with time zone not null
);
