package io.vpclocal.analysis.path;

import io.vpclocal.resource.ResourceRepository;

interface PathRepository extends ResourceRepository<PathEntity> {}
