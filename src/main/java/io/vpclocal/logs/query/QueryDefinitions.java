package io.vpclocal.logs.query;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QueryDefinitions extends Repository<QueryDefinitionEntity, Long> {

    QueryDefinitionEntity save(QueryDefinitionEntity definition);

    void delete(QueryDefinitionEntity definition);

    Optional<QueryDefinitionEntity> findByAccountAndRegionAndDefinitionId(
            String account, String region, String definitionId);

    @Query("select d from QueryDefinitionEntity d where d.account = :account and d.region = :region"
            + " and d.name like :prefix escape '!' and (d.name > :name or (d.name = :name and d.definitionId > :id))"
            + " order by d.name, d.definitionId")
    List<QueryDefinitionEntity> find(String account, String region, String prefix, String name, String id, Limit limit);
}
