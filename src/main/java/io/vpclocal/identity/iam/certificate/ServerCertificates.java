package io.vpclocal.identity.iam.certificate;

import io.vpclocal.identity.iam.IamRepository;

public interface ServerCertificates extends IamRepository<ServerCertificateEntity> {}
