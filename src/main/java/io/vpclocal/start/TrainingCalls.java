package io.vpclocal.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first calls of most runs. Their classes get into the archive. Uses only the JDK. */
final class TrainingCalls {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String EC2 = "Version=2016-11-15&Action=";
    private static final String IN_MEMORY = "(?s).*\"mode\"\\s*:\\s*\"memory\".*";

    private final String endpoint;
    private final String time = TIME.format(Clock.systemUTC().instant());

    TrainingCalls(int port) {
        this.endpoint = "http://127.0.0.1:" + port;
    }

    /**
     * Sends the calls, then resets everything.
     *
     * @throws IllegalStateException if a call is refused, or if the emulator's state is not only in memory
     */
    void make() throws IOException {
        send("GET", "/_vpclocal/health", null, "", "");
        if (!send("GET", "/_vpclocal/info", null, "", "").matches(IN_MEMORY)) {
            throw new IllegalStateException("The emulator at " + endpoint + " must keep its state only in memory");
        }
        form("sts", "Version=2011-06-15&Action=GetCallerIdentity");
        form("ec2", EC2 + "DescribeVpcs");
        form("ec2", EC2 + "DescribeSubnets");
        String vpc = element("vpcId", form("ec2", EC2 + "CreateVpc&CidrBlock=10.0.0.0/16"));
        String subnet = element("subnetId", form("ec2", EC2 + "CreateSubnet&CidrBlock=10.0.1.0/24&VpcId=" + vpc));
        form("ec2", EC2 + "CreateSecurityGroup&GroupName=typical&GroupDescription=typical&VpcId=" + vpc);
        form("ec2", EC2 + "CreateNetworkInterface&SubnetId=" + subnet);
        form("ec2", EC2 + "DescribeRouteTables&Filter.1.Name=vpc-id&Filter.1.Value.1=" + vpc);
        form("ec2", EC2 + "CreateVpcEndpoint&ServiceName=com.amazonaws.us-east-1.s3&VpcId=" + vpc);
        form("ec2", EC2 + "DescribeVpcEndpoints");
        form("iam", "Version=2010-05-08&Action=CreateUser&UserName=typical");
        send("POST", "/_vpclocal/reset", "application/json", "{}", "");
    }

    private String form(String service, String body) throws IOException {
        return send("POST", "/", "application/x-www-form-urlencoded", body, service);
    }

    private String send(String method, String path, @Nullable String type, String body, String service)
            throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(endpoint + path).toURL().openConnection(Proxy.NO_PROXY);
        call.setRequestMethod(method);
        if (!service.isEmpty()) {
            call.setRequestProperty("X-Amz-Date", time);
            call.setRequestProperty("Authorization", signature(service));
        }
        if (type != null) {
            call.setRequestProperty("Content-Type", type);
            call.setDoOutput(true);
            call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(method + " " + path + " " + body + ": " + call.getResponseCode());
        }
        return new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The emulator does not check the signature of an open root key. */
    private String signature(String service) {
        return "AWS4-HMAC-SHA256 Credential=test/" + time.substring(0, 8) + "/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
    }

    private static String element(String name, String answer) {
        Matcher element = Pattern.compile("<" + name + ">(.*?)<").matcher(answer);
        if (!element.find()) {
            throw new IllegalStateException("No element " + name + " in " + answer);
        }
        return element.group(1);
    }
}
