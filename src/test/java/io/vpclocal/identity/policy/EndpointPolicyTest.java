package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.policy.Decision.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies: AWS documentation, PrivateLink guide and the guides of the services; answers follow from their text. */
class EndpointPolicyTest {

    private static final String ALL = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}";

    private static String policy(String name) {
        return Policies.document(
                switch (name) {
                    case "bucket" ->
                        "{'Effect':'Allow','Principal':'*','Action':['s3:ListBucket','s3:GetObject','s3:PutObject'],"
                                + "'Resource':['arn:aws:s3:::b','arn:aws:s3:::b/*']}";
                    case "role" ->
                        ALL.replace(
                                "}",
                                ",'Condition':{'ArnEquals':{'aws:PrincipalArn':"
                                        + "'arn:aws:iam::123456789012:role/team/reader'}}}");
                    case "account" ->
                        ALL.replace("}", ",'Condition':{'StringEquals':{'aws:PrincipalAccount':'123456789012'}}}");
                    case "tables" ->
                        "{'Effect':'Allow','Principal':'*','Action':['dynamodb:DescribeTable','dynamodb:ListTables'],'Resource':'*'}";
                    case "table" ->
                        "{'Effect':'Allow','Principal':'*','Action':['dynamodb:Batch*','dynamodb:Delete*','dynamodb:GetItem','dynamodb:Update*'],"
                                + "'Resource':'arn:aws:dynamodb:us-east-1:123456789012:table/T'}";
                    case "layers" ->
                        "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*'}";
                    case "pull" ->
                        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:role/team/reader'},"
                                + "'Action':['ecr:BatchGetImage','ecr:GetAuthorizationToken'],'Resource':'*'}";
                    case "noDelete" ->
                        ALL + ",{'Effect':'Deny','Principal':'*','Action':'ecr:DeleteRepository',"
                                + "'Resource':'arn:aws:ecr:us-east-1:123456789012:repository/r'}";
                    case "logs" ->
                        "{'Effect':'Allow','Principal':'*','Action':['logs:CreateLogStream','logs:PutLogEvents'],'Resource':'*'}";
                    case "encrypted" ->
                        "{'Effect':'Allow','Principal':'*','Action':'ec2:*','Resource':'*'},{'Effect':'Deny','Principal':'*',"
                                + "'Action':['ec2:CreateVolume','ec2:RunInstances'],'Resource':'*','Condition':{'Bool':{'ec2:Encrypted':'false'}}}";
                    case "perimeter" ->
                        ALL.replace(
                                        "}",
                                        ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1','aws:ResourceOrgID':'o-1'}}}")
                                + "," + ALL.replace("}", ",'Condition':{'Bool':{'aws:PrincipalIsAWSService':'true'}}}")
                                + ","
                                + ALL.replace(
                                        "}",
                                        ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1','aws:PrincipalTag/dp:exclude:resource':'true'}}}");
                    case "onlyDeny" ->
                        "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*','Condition':{'StringNotEquals':{'aws:SourceVpc':'vpc-1'}}}";
                    case "rootOnly" -> ALL.replace("'*','Action'", "{'AWS':'123456789012'},'Action'");
                    case "roleAsPrincipal" ->
                        ALL.replace("'*','Action'", "{'AWS':'arn:aws:iam::123456789012:role/team/reader'},'Action'");
                    default -> throw new IllegalArgumentException(name);
                });
    }

    private static Outcome ask(
            EndpointPolicy policy, PolicyPrincipal who, String action, String resource, String context) {
        RequestContext.Builder request = RequestContext.of(who, action)
                .key("aws:SourceIp", "198.51.100.1")
                .throughEndpoint("vpce-1", "vpc-1", "10.0.0.5")
                .resource(resource);
        ConditionTruthTableTest.put(request, context);
        return policy.permits(request.build()).outcome();
    }

    private static PolicyPrincipal who(String name) {
        return switch (name) {
            case "ana" -> Policies.ANA;
            case "root" -> Policies.ROOT;
            case "session" -> Policies.SESSION;
            case "eve" -> Policies.EVE;
            default -> PolicyPrincipal.service("delivery.logs.amazonaws.com");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "bucket,  ana,     s3:GetObject,    arn:aws:s3:::b/k,  '', ALLOWED",
        "bucket,  ana,     s3:ListBucket,   arn:aws:s3:::b,    '', ALLOWED",
        "bucket,  ana,     s3:GetObject,    arn:aws:s3:::c/k,  '', IMPLICIT_DENY",
        "bucket,  ana,     s3:DeleteObject, arn:aws:s3:::b/k,  '', IMPLICIT_DENY",
        "role,    session, s3:GetObject,    arn:aws:s3:::b/k,  '', ALLOWED",
        "role,    ana,     s3:GetObject,    arn:aws:s3:::b/k,  '', IMPLICIT_DENY",
        "account, ana,     s3:GetObject,    arn:aws:s3:::b/k,  '', ALLOWED",
        "account, eve,      s3:GetObject,   arn:aws:s3:::b/k,  '', IMPLICIT_DENY",
        "tables,  ana,     dynamodb:ListTables, *,             '', ALLOWED",
        "tables,  ana,     dynamodb:PutItem, arn:aws:dynamodb:us-east-1:123456789012:table/T, '', IMPLICIT_DENY",
        "table,   ana,     dynamodb:BatchGetItem, arn:aws:dynamodb:us-east-1:123456789012:table/T, '', ALLOWED",
        "table,   ana,     dynamodb:GetItem, arn:aws:dynamodb:us-east-1:123456789012:table/U, '', IMPLICIT_DENY",
        "layers,  ana,     s3:GetObject,    arn:aws:s3:::prod-us-east-1-starport-layer-bucket/x, '', ALLOWED",
        "layers,  ana,     s3:GetObject,    arn:aws:s3:::prod-us-east-2-starport-layer-bucket/x, '', IMPLICIT_DENY",
        "pull,    session, ecr:BatchGetImage, arn:aws:ecr:us-east-1:123456789012:repository/r, '', ALLOWED",
        "pull,    ana,     ecr:BatchGetImage, arn:aws:ecr:us-east-1:123456789012:repository/r, '', IMPLICIT_DENY",
        "noDelete, ana,    ecr:DeleteRepository, arn:aws:ecr:us-east-1:123456789012:repository/r, '', EXPLICIT_DENY",
        "noDelete, ana,    ecr:DeleteRepository, arn:aws:ecr:us-east-1:123456789012:repository/s, '', ALLOWED",
        "logs,    ana,     logs:PutLogEvents, arn:aws:logs:us-east-1:123456789012:log-group:/x:log-stream:y, '', ALLOWED",
        "logs,    ana,     logs:FilterLogEvents, arn:aws:logs:us-east-1:123456789012:log-group:/x:log-stream:y, '', IMPLICIT_DENY",
        "encrypted, ana,   ec2:CreateVolume, *, ec2:Encrypted=false, EXPLICIT_DENY",
        "encrypted, ana,   ec2:CreateVolume, *, ec2:Encrypted=true, ALLOWED",
        "encrypted, ana,   ec2:DescribeVolumes, *, '', ALLOWED",
        "perimeter, ana,   s3:GetObject, arn:aws:s3:::b/k, aws:PrincipalOrgID=o-1;aws:ResourceOrgID=o-1, ALLOWED",
        "perimeter, ana,   s3:GetObject, arn:aws:s3:::b/k, aws:PrincipalOrgID=o-1;aws:ResourceOrgID=o-2, IMPLICIT_DENY",
        "perimeter, ana,   s3:GetObject, arn:aws:s3:::b/k, aws:PrincipalOrgID=o-1;aws:PrincipalTag/dp:exclude:resource=true, ALLOWED",
        "perimeter, service, s3:PutObject, arn:aws:s3:::b/k, '', ALLOWED",
        "onlyDeny, ana,    s3:GetObject, arn:aws:s3:::b/k, '', IMPLICIT_DENY",
        "onlyDeny, ana,    s3:GetObject, arn:aws:s3:::b/k, aws:SourceVpc=vpc-2, EXPLICIT_DENY",
    })
    void documented_policies(
            String policy, String who, String action, String resource, String context, Outcome outcome) {
        assertThat(ask(EndpointPolicy.ofInterface(policy(policy)), who(who), action, resource, context))
                .isEqualTo(outcome);
    }

    /** PrivateLink guide: on a gateway endpoint an account means its root user; roles and users are not principals there. */
    @ParameterizedTest
    @CsvSource({
        "rootOnly,        ana,     true,  false",
        "rootOnly,        root,    true,  true",
        "roleAsPrincipal, session, true,  false",
        "role,            session, true,  true",
    })
    void principals_at_gateway_endpoints(String policy, String who, boolean byInterface, boolean byGateway) {
        String text = policy(policy);
        assertThat(ask(EndpointPolicy.ofInterface(text), who(who), "s3:GetObject", "arn:aws:s3:::b/k", "")
                        == Outcome.ALLOWED)
                .isEqualTo(byInterface);
        assertThat(ask(EndpointPolicy.ofGateway(text), who(who), "s3:GetObject", "arn:aws:s3:::b/k", "")
                        == Outcome.ALLOWED)
                .isEqualTo(byGateway);
    }

    @Test
    void the_default_policies_allow_everything_to_everybody() {
        for (EndpointPolicy policy : List.of(
                EndpointPolicy.ofInterface(EndpointPolicy.DEFAULT_INTERFACE_TEXT),
                EndpointPolicy.ofGateway(EndpointPolicy.DEFAULT_GATEWAY_TEXT))) {
            for (String who : List.of("ana", "root", "session", "eve", "service")) {
                assertThat(ask(policy, who(who), "s3:GetObject", "arn:aws:s3:::b/k", ""))
                        .isEqualTo(Outcome.ALLOWED);
            }
        }
    }

    /** Bytes as returned by DescribeVpcEndpoints in several recordings: a space follows each comma inside the statement. */
    @Test
    void default_text_of_interface_endpoints() {
        assertThat(EndpointPolicy.DEFAULT_INTERFACE_TEXT)
                .isEqualTo("{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n"
                        + "      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}");
    }

    /** AWS documentation: requests through an endpoint have no aws:SourceIp. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'StringEquals':{'aws:sourceVpce':'vpce-1'}; true",
                "'StringEquals':{'aws:SourceVpc':'vpc-2'}; false",
                "'IpAddress':{'aws:VpcSourceIp':'10.0.0.0/8'}; true",
                "'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}; false",
                "'Null':{'aws:SourceIp':'true'}; true",
            })
    void keys_of_endpoint_traffic(String condition, boolean allowed) {
        String text = Policies.document(ALL.replace("}", ",'Condition':{" + condition + "}}"));
        assertThat(ask(EndpointPolicy.ofInterface(text), Policies.ANA, "s3:GetObject", "arn:aws:s3:::b/k", "")
                        == Outcome.ALLOWED)
                .isEqualTo(allowed);
    }

    /** A bucket policy that denies requests outside the endpoint also denies public requests. */
    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void bucket_policy_that_insists_on_the_endpoint(boolean through, boolean allowed) {
        PolicyDocument bucket = Policies.resource("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*',"
                + "'Condition':{'StringNotEquals':{'aws:sourceVpce':'vpce-1'}}}");
        PolicySet set = PolicySet.builder()
                .attach(PolicyType.IDENTITY, "p", Policies.identity("{'Effect':'Allow','Action':'*','Resource':'*'}"))
                .attach(PolicyType.RESOURCE, "bucket", bucket)
                .build();
        RequestContext.Builder request = Policies.anaDoes("s3:GetObject").resource("arn:aws:s3:::b/k");
        if (through) {
            request.throughEndpoint("vpce-1", "vpc-1", "10.0.0.5");
            set = set.toBuilder()
                    .endpoint("vpce-1", EndpointPolicy.ofGateway(EndpointPolicy.DEFAULT_GATEWAY_TEXT))
                    .build();
        }
        assertThat(Evaluator.evaluate(set, request.build()).isAllowed()).isEqualTo(allowed);
    }
}
