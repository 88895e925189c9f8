package io.vpclocal.compute.launchtemplate;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LaunchTemplateVersions extends Repository<LaunchTemplateVersionEntity, Long> {

    LaunchTemplateVersionEntity save(LaunchTemplateVersionEntity version);

    void delete(LaunchTemplateVersionEntity version);

    void deleteByTemplateId(String templateId);

    Optional<LaunchTemplateVersionEntity> findByTemplateIdAndVersionNumber(String templateId, long versionNumber);

    List<LaunchTemplateVersionEntity> findByTemplateIdOrderByVersionNumberDesc(String templateId);
}
