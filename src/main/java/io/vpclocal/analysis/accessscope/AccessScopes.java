package io.vpclocal.analysis.accessscope;

import io.vpclocal.resource.ResourceRepository;

interface AccessScopes extends ResourceRepository<ScopeEntity> {}
