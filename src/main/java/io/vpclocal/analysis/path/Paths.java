package io.vpclocal.analysis.path;

import io.vpclocal.resource.ResourceRepository;

interface Paths extends ResourceRepository<PathEntity> {}
