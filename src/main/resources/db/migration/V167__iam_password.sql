create table iam_login_profile (
  user_seq bigint primary key references iam_entity,
  reset_required boolean not null,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);

-- The latest password first. Earlier ones stay, because the password policy can prevent their reuse.
create table iam_password (
  user_seq bigint not null references iam_login_profile,
  position integer not null,
  hash varchar(128) not null,
  primary key (user_seq, position)
);

create table iam_password_policy (
  id varchar(32) primary key,
  account varchar(12) not null,
  minimum_length integer not null,
  require_symbols boolean not null,
  require_numbers boolean not null,
  require_uppercase boolean not null,
  require_lowercase boolean not null,
  change_allowed boolean not null,
  max_age integer,
  reuse_prevention integer,
  hard_expiry boolean
);

create table iam_credential_report (
  id varchar(32) primary key,
  account varchar(12) not null,
  content varchar(1000000) not null,
  created_at timestamp(6) with time zone not null
);
