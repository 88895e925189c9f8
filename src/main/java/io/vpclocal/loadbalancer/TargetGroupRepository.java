package io.vpclocal.loadbalancer;

interface TargetGroupRepository extends ElbRepository<TargetGroupEntity> {}
