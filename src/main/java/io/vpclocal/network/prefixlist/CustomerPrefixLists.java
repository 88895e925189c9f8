package io.vpclocal.network.prefixlist;

import io.vpclocal.resource.ResourceRepository;

interface CustomerPrefixLists extends ResourceRepository<PrefixListEntity> {}
