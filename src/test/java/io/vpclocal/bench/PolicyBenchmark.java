package io.vpclocal.bench;

import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the policy decisions per second of processor time for a principal with 20 policies of 20 statements each.
 * Processor time depends little on other work of the machine.
 */
public final class PolicyBenchmark {

    private static final int POLICIES = 20;
    private static final int STATEMENTS = 20;
    private static final int ROUNDS = 8;
    private static final int REQUESTS_PER_ROUND = 1_000_000;

    private PolicyBenchmark() {}

    public static void main(String[] args) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        PolicySet policies = policies();
        List<RequestContext> requests = requests();
        for (int round = 1; round <= ROUNDS; round++) {
            long start = clock.getCurrentThreadCpuTime();
            int allowed = 0;
            for (int i = 0; i < REQUESTS_PER_ROUND; i++) {
                allowed += Evaluator.evaluate(policies, requests.get(i % requests.size()))
                                .isAllowed()
                        ? 1
                        : 0;
            }
            double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    "round %d: %,.0f evaluations/s (%d%% allowed)%n",
                    round, REQUESTS_PER_ROUND / seconds, allowed * 100L / REQUESTS_PER_ROUND);
        }
    }

    /** Exact actions, prefixes, whole services, NotAction, conditions with variables, sets and ranges; a tenth denies. */
    private static PolicySet policies() {
        PolicySet.Builder set = PolicySet.builder();
        for (int p = 0; p < POLICIES; p++) {
            List<String> statements = new ArrayList<>();
            for (int s = 0; s < STATEMENTS; s++) {
                statements.add(statement(p, s).replace('\'', '"'));
            }
            String text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
            set.attach(PolicyType.IDENTITY, "policy-" + p, PolicyDocument.parse(text, PolicyDialect.MANAGED));
        }
        return set.build();
    }

    private static String statement(int p, int s) {
        String effect = s % 10 == 9 ? "'Effect':'Deny'" : "'Effect':'Allow'";
        String action =
                switch (s % 5) {
                    case 0 -> "'Action':['ec2:CreateVpcEndpoint','ec2:DeleteVpcEndpoints','ec2:CreateTags']";
                    case 1 -> "'Action':['ec2:Describe*','logs:Describe*','logs:Get*']";
                    case 2 -> "'Action':'s3:*'";
                    case 3 -> "'Action':['logs:PutLogEvents','logs:CreateLogStream']";
                    default -> s == 9 ? "'Action':['iam:Delete*','ec2:Delete*']" : "'Action':'dynamodb:*Item'";
                };
        String resource = "'Resource':['arn:aws:ec2:*:123456789012:vpc-endpoint/vpce-" + p + s
                + "*','arn:aws:s3:::bucket-" + p
                + "/${aws:username}/*','arn:aws:logs:us-east-1:123456789012:log-group:/app/" + p + "/" + s
                + ":*']";
        String condition =
                switch (s % 4) {
                    case 0 -> ",'Condition':{'StringEquals':{'aws:RequestedRegion':['us-east-1','eu-west-1']}}";
                    case 1 -> ",'Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}";
                    case 2 -> ",'Condition':{'ForAllValues:StringLike':{'aws:TagKeys':['team*','env']}}";
                    default -> "";
                };
        return "{" + effect + "," + action + "," + resource + condition + "}";
    }

    private static List<RequestContext> requests() {
        PolicyPrincipal ana = PolicyPrincipal.user("arn:aws:iam::123456789012:user/ana", "AIDAANAANAANAANAANA1");
        List<RequestContext> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            RequestContext.Builder request =
                    switch (i % 4) {
                        case 0 ->
                            RequestContext.of(ana, "ec2:CreateVpcEndpoint")
                                    .resource("arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-" + i + "0");
                        case 1 ->
                            RequestContext.of(ana, "s3:GetObject")
                                    .resource("arn:aws:s3:::bucket-" + i % 25 + "/ana/key");
                        case 2 ->
                            RequestContext.of(ana, "logs:PutLogEvents")
                                    .resource("arn:aws:logs:us-east-1:123456789012:log-group:/app/" + i
                                            + "/3:log-stream:s");
                        default -> RequestContext.of(ana, "ec2:DescribeVpcEndpoints");
                    };
            requests.add(request.key("aws:RequestedRegion", "us-east-1")
                    .key("aws:SourceIp", "10.1.2.3")
                    .keys("aws:TagKeys", List.of("team", "env"))
                    .build());
        }
        return requests;
    }
}
