package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.ElbRepository;

interface TargetGroupRepository extends ElbRepository<TargetGroupEntity> {}
