package io.vpclocal.analysis.accessscope;

import io.vpclocal.resource.ResourceRepository;

interface ScopeRepository extends ResourceRepository<ScopeEntity> {}
