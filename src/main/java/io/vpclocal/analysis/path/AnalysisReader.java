package io.vpclocal.analysis.path;

import io.vpclocal.protocol.AwsException;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisRequest;

/** Validates a new analysis. */
final class AnalysisReader {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:[^:]+:[^:]*:\\d{12}:.+");
    private static final int LONGEST_ARN = 1283;

    private AnalysisReader() {}

    /** @throws AwsException if AWS would refuse it */
    static void check(StartNetworkInsightsAnalysisRequest request) {
        requireArns("filterInArn", request.filterInArns());
        requireArns("filterOutArn", request.filterOutArns());
        request.additionalAccounts().stream()
                .filter(account -> !ACCOUNT.matcher(account).matches())
                .findFirst()
                .ifPresent(account -> {
                    throw PathErrors.notAnAccount(account);
                });
        request.filterInArns().stream()
                .filter(request.filterOutArns()::contains)
                .findFirst()
                .ifPresent(arn -> {
                    throw PathErrors.inAndOut(arn);
                });
    }

    private static void requireArns(String parameter, List<String> arns) {
        arns.stream()
                .filter(arn -> arn.length() > LONGEST_ARN || !ARN.matcher(arn).matches())
                .findFirst()
                .ifPresent(arn -> {
                    throw PathErrors.notAnArn(parameter, arn);
                });
    }
}
