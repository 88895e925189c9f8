package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamRepository;

public interface OidcProviders extends IamRepository<OidcProviderEntity> {}
