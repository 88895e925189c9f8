package io.vpclocal.traffic.generator;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Generators extends Repository<GeneratorEntity, String> {

    GeneratorEntity save(GeneratorEntity generator);

    @Query("select g.id from GeneratorEntity g order by g.startedAt, g.id")
    List<String> ids();

    @Query("select g from GeneratorEntity g where g.account = :account and g.region = :region"
            + " order by g.startedAt, g.id")
    List<GeneratorEntity> findAll(String account, String region);

    @Query("select count(g) from GeneratorEntity g where g.account = :account and g.region = :region")
    long count(String account, String region);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from GeneratorEntity g where g.id = :id")
    Optional<GeneratorEntity> lock(String id);

    @Modifying
    @Query("delete from GeneratorEntity g where g.account = :account and g.region = :region and g.id = :id")
    int delete(String account, String region, String id);

    @Modifying
    @Query("delete from GeneratorEntity g where g.account = :account and g.region = :region")
    int deleteAll(String account, String region);
}
