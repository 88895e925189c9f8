package io.vpclocal.identity.iam.report;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CredentialReports extends Repository<CredentialReportEntity, String> {

    CredentialReportEntity save(CredentialReportEntity report);

    Optional<CredentialReportEntity> findById(String id);
}
