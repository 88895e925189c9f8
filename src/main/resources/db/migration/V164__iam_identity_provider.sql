-- The name of an OpenID Connect provider is the URL of its issuer.
alter table iam_entity alter column name set data type varchar(255);
alter table iam_entity alter column name_key set data type varchar(255);

create table iam_oidc_client (
  entity_seq bigint not null references iam_entity,
  position integer not null,
  client_id varchar(255) not null,
  primary key (entity_seq, position)
);

create table iam_oidc_thumbprint (
  entity_seq bigint not null references iam_entity,
  position integer not null,
  thumbprint varchar(40) not null,
  primary key (entity_seq, position)
);

create table iam_saml_provider (
  entity_seq bigint primary key references iam_entity,
  metadata varchar(1000000) not null,
  valid_until timestamp(6) with time zone not null,
  encryption_mode varchar(16) not null
);

-- Issuers are not a part of an account: their keys are the same for everybody.
create table oidc_issuer (
  issuer varchar(255) primary key,
  jwks varchar(100000) not null
);

-- The key that signs the tokens that the emulator makes itself.
create table oidc_signing_key (
  id varchar(32) primary key,
  private_key bytea not null
);
