package io.vpclocal.protocol;

import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS services that share the emulator's port. */
public enum AwsService {
    EC2("ec2", WireProtocol.EC2_QUERY, "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/", Ec2Client.class),
    IAM("iam", WireProtocol.QUERY, "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/", IamClient.class),
    STS("sts", WireProtocol.QUERY, "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", StsClient.class),
    LOGS("logs", WireProtocol.JSON, "2014-03-28", "Logs_20140328", CloudWatchLogsClient.class),
    ELB(
            "elasticloadbalancing",
            WireProtocol.QUERY,
            "2015-12-01",
            "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
            ElasticLoadBalancingV2Client.class);

    private final String signingName;
    private final WireProtocol protocol;
    private final String apiVersion;
    private final String namespace;
    private final Class<?> client;

    AwsService(String signingName, WireProtocol protocol, String apiVersion, String namespace, Class<?> client) {
        this.signingName = signingName;
        this.protocol = protocol;
        this.apiVersion = apiVersion;
        this.namespace = namespace;
        this.client = client;
    }

    /** The service name in a signature's credential scope. It is also the prefix of the service's IAM actions. */
    public String signingName() {
        return signingName;
    }

    public WireProtocol protocol() {
        return protocol;
    }

    /** The {@code Version} parameter of the query protocols. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The XML namespace of responses, or the prefix of {@code X-Amz-Target} for JSON services. */
    public String namespace() {
        return namespace;
    }

    /** The XML namespace of responses of a version, which contains its date. */
    public String namespace(String version) {
        return namespace.replace(apiVersion, version);
    }

    /** The SDK's client interface. It has one method per operation of the service. */
    public Class<?> client() {
        return client;
    }

    public static Optional<AwsService> bySigningName(String name) {
        return Arrays.stream(values()).filter(s -> s.signingName.equals(name)).findFirst();
    }

    public static Optional<AwsService> byApiVersion(String version) {
        return Arrays.stream(values())
                .filter(s -> s.protocol != WireProtocol.JSON && s.apiVersion.equals(version))
                .findFirst();
    }

    public static Optional<AwsService> byTargetPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(s -> s.protocol == WireProtocol.JSON && s.namespace.equals(prefix))
                .findFirst();
    }
}
