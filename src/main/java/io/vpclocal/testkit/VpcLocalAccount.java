package io.vpclocal.testkit;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** An account of an emulator in one Region. Its first use creates it. */
public final class VpcLocalAccount {

    private static final String ANY_SECRET = "vpc-local";
    private static final String IAM = "2010-05-08";
    private static final String EC2 = "2016-11-15";
    private static final Pattern CALLER = Pattern.compile("(?:eni|i)-[0-9a-f]{8,17}");
    private static final Pattern ID = Pattern.compile("\\d{12}");

    private final VpcLocalControl control;
    private final String id;
    private final Region region;

    VpcLocalAccount(VpcLocalControl emulator, String id, String region) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An account id must have twelve digits, but was '" + id + "'");
        }
        this.control = emulator.in(id, region);
        this.id = id;
        this.region = Region.of(region);
    }

    /** Twelve digits. */
    public String id() {
        return id;
    }

    /** The Region of its clients. */
    public Region region() {
        return region;
    }

    /** The endpoint for AWS clients. */
    public URI endpoint() {
        return control.endpoint();
    }

    /** A client of the control API, for this account and Region. */
    public VpcLocalControl control() {
        return control;
    }

    /** Credentials of the root user. */
    public AwsCredentials root() {
        return AwsBasicCredentials.create(id, ANY_SECRET);
    }

    /**
     * A client signed by the root user.
     *
     * @param type the interface of an SDK client, synchronous or asynchronous, such as {@code Ec2Client.class}
     */
    public <C extends SdkClient> C client(Class<C> type) {
        return client(type, root());
    }

    /** A client signed with other credentials, such as those of {@link #user}. */
    public <C extends SdkClient> C client(Class<C> type, AwsCredentials credentials) {
        return SdkClients.create(type, endpoint(), region, credentials);
    }

    /**
     * The endpoint for AWS clients that call from a network interface or an instance of this account, see
     * {@link VpcLocalControl#from}.
     */
    public URI from(String id) {
        return control.from(id);
    }

    /**
     * A client that calls from a network interface or an instance of this account.
     *
     * @param id {@code eni-…} or {@code i-…}
     */
    public <C extends SdkClient> C clientFrom(String id, Class<C> type, AwsCredentials credentials) {
        return SdkClients.create(type, from(id), region, credentials);
    }

    /**
     * The id of a network interface or an instance.
     *
     * @param idOrName {@code eni-…}, {@code i-…}, or the value of its tag {@code Name}
     * @throws VpcLocalException if not exactly one network interface or running instance has that name
     */
    String caller(String idOrName) {
        if (CALLER.matcher(idOrName).matches()) {
            return idOrName;
        }
        Map<String, String> named = Map.of("Filter.1.Name", "tag:Name", "Filter.1.Value.1", idOrName);
        List<String> found =
                new ArrayList<>(elements(call("DescribeNetworkInterfaces", EC2, named), "networkInterfaceId"));
        found.addAll(elements(call("DescribeInstances", EC2, named), "instanceId"));
        List<String> distinct = found.stream().distinct().toList();
        if (distinct.size() != 1) {
            throw new VpcLocalException(
                    "InvalidCaller",
                    "@From(\"" + idOrName + "\") must name one network interface or instance by its id or its tag"
                            + " 'Name', but there are " + distinct.size() + ".",
                    400);
        }
        return distinct.get(0);
    }

    /**
     * Creates an IAM user and an access key.
     *
     * @param policy the document of the user's inline policy; null for none
     * @return the access key
     * @throws VpcLocalException if the user exists, or the policy is malformed
     */
    public AwsCredentials user(String name, @Nullable String policy) {
        Map<String, String> user = Map.of("UserName", name);
        call("CreateUser", IAM, user);
        if (policy != null) {
            Map<String, String> parameters = new LinkedHashMap<>(user);
            parameters.put("PolicyName", "inline");
            parameters.put("PolicyDocument", policy);
            call("PutUserPolicy", IAM, parameters);
        }
        String key = call("CreateAccessKey", IAM, user);
        return AwsBasicCredentials.create(element(key, "AccessKeyId"), element(key, "SecretAccessKey"));
    }

    /** Calls a query API without the SDK's client, which may not be on the class path. */
    private String call(String action, String version, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", action);
        form.put("Version", version);
        form.putAll(parameters);
        String basic = Base64.getEncoder().encodeToString((id + ":" + ANY_SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = ControlHttp.send(HttpRequest.newBuilder(endpoint())
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(ControlHttp.path("", form).substring(1)))
                .build());
        if (response.statusCode() != 200) {
            throw new VpcLocalException(
                    element(response.body(), "Code"), element(response.body(), "Message"), response.statusCode());
        }
        return response.body();
    }

    private static String element(String xml, String name) {
        Matcher element = Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(xml);
        return element.find() ? element.group(1) : "unknown";
    }

    private static List<String> elements(String xml, String name) {
        return Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(xml)
                .results()
                .map(element -> element.group(1))
                .toList();
    }
}
