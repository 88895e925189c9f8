package io.vpclocal.identity.iam.report;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

@AwsController(AwsService.IAM)
class CredentialReportController {

    /** A report is created again after this time (IAM User Guide). */
    private static final Duration FRESH = Duration.ofHours(4);

    private final CredentialReports reports;
    private final CredentialReportLines lines;
    private final Clock clock;

    CredentialReportController(CredentialReports reports, CredentialReportLines lines, Clock clock) {
        this.reports = reports;
        this.lines = lines;
        this.clock = clock;
    }

    /** The report is complete at once. The first answer says that it was started, as at AWS. */
    @AwsAction
    GenerateCredentialReportResponse generateCredentialReport(GenerateCredentialReportRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        Instant now = clock.instant();
        Optional<CredentialReportEntity> former = reports.findById(scope.id());
        if (former.isPresent() && former.get().createdAt().plus(FRESH).isAfter(now)) {
            return GenerateCredentialReportResponse.builder().state("COMPLETE").build();
        }
        String csv = lines.csv(scope);
        if (csv.length() > CredentialReportEntity.LONGEST) {
            throw IamErrors.limitExceeded(
                    "The credential report is longer than " + CredentialReportEntity.LONGEST + " characters.");
        }
        former.ifPresentOrElse(
                report -> report.replace(csv, now), () -> reports.save(new CredentialReportEntity(scope, csv, now)));
        return GenerateCredentialReportResponse.builder()
                .state("STARTED")
                .description("No report exists. Starting a new report generation task")
                .build();
    }

    @AwsAction
    GetCredentialReportResponse getCredentialReport(GetCredentialReportRequest request, Call call) {
        CredentialReportEntity report = reports.findById(
                        IamScope.of(call.scope()).id())
                .orElseThrow(() -> new AwsException("ReportNotPresent", "", 410));
        if (!report.createdAt().plus(FRESH).isAfter(clock.instant())) {
            throw new AwsException(
                    "ReportExpired", "The most recent credential report has expired. Generate a new one.", 410);
        }
        return GetCredentialReportResponse.builder()
                .content(SdkBytes.fromUtf8String(report.content()))
                .reportFormat("text/csv")
                .generatedTime(IamWire.seconds(report.createdAt()))
                .build();
    }
}
