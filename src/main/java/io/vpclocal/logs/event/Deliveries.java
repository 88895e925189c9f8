package io.vpclocal.logs.event;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Deliveries extends Repository<DeliveryEntity, Long> {

    DeliveryEntity saveAndFlush(DeliveryEntity delivery);

    boolean existsByAccountAndRegionAndDeliveryKey(String account, String region, String key);

    @Modifying
    @Query("delete from DeliveryEntity d where d.deliveredAt < :time")
    void deleteBefore(long time);
}
