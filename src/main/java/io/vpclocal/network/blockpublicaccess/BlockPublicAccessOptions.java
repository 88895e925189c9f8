package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.resource.ResourceRepository;

interface BlockPublicAccessOptions extends ResourceRepository<BlockPublicAccessEntity> {}
