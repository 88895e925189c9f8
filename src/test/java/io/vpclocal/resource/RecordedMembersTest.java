package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** Which members responses have, in a table of facts: {@code recorded-members.txt}. */
@EmulatorTest
class RecordedMembersTest {

    private final String account = Aws.newAccount();
    private final Map<String, String> ids = new HashMap<>(Map.of("{account}", account));

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    /** One resource of each kind, without tags. */
    @BeforeEach
    void create() {
        ec2 = aws.ec2(account);
        String vpc =
                id("{vpc}", ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId());
        id("{peerVpc}", ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId());
        String subnet = id(
                "{subnet}",
                ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24").availabilityZone("us-east-1a"))
                        .subnet()
                        .subnetId());
        id(
                "{interface}",
                ec2.createNetworkInterface(r -> r.subnetId(subnet))
                        .networkInterface()
                        .networkInterfaceId());
        id(
                "{group}",
                ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("d"))
                        .groupId());
        ec2.allocateAddress(r -> r.domain("vpc"));
        ec2.createNatGateway(r -> r.subnetId(subnet).connectivityType("private"));
        ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName("com.amazonaws.us-east-1.s3"));
        ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(vpc)
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination("arn:aws:s3:::bucket"));
        id(
                "{prefixList}",
                ec2.createManagedPrefixList(
                                r -> r.prefixListName("list").maxEntries(1).addressFamily("IPv4"))
                        .prefixList()
                        .prefixListId());
        createService(subnet);
        createMachines(subnet);
    }

    private void createService(String subnet) {
        String balancer = aws.elb(account)
                .createLoadBalancer(
                        r -> r.name("nlb").type("network").scheme("internal").subnets(subnet))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        id("{balancer}", balancer);
        ec2.createVpcEndpointServiceConfiguration(r -> r.networkLoadBalancerArns(balancer));
    }

    private void createMachines(String subnet) {
        IamClient iam = aws.iam(Aws.root(account));
        iam.createRole(r -> r.roleName("role").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(r -> r.instanceProfileName("profile"));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("profile").roleName("role"));
        ec2.createKeyPair(r -> r.keyName("key"));
        ec2.createLaunchTemplate(
                r -> r.launchTemplateName("template").launchTemplateData(d -> d.instanceType("t3.micro")));
        id(
                "{volume}",
                ec2.createVolume(r -> r.availabilityZone("us-east-1a").size(5)).volumeId());
        id("{instance}", run(subnet));
        String gone = run(subnet);
        ec2.terminateInstances(r -> r.instanceIds(gone));
    }

    private String run(String subnet) {
        return ec2.runInstances(r -> r.imageId("ami-12345678")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet)
                        .iamInstanceProfile(p -> p.name("profile")))
                .instances()
                .get(0)
                .instanceId();
    }

    private String id(String placeholder, String id) {
        ids.put(placeholder, id);
        return id;
    }

    @Test
    void responsesHaveTheMembersThatAwsWrites() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String line : lines()) {
            String[] columns = line.split(" \\| ");
            Node response = answer(columns[0]);
            List<Element> elements = elements(response, columns[1]);
            if (elements.isEmpty()) {
                wrong.add("nothing at " + line);
            }
            for (String rule : columns[2].split(" ")) {
                if (!elements.stream().allMatch(element -> follows(element, rule))) {
                    wrong.add(columns[0] + " " + columns[1] + " " + rule);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean follows(Element element, String rule) {
        boolean empty = rule.startsWith("[]");
        List<Element> found = children(element, rule.substring(empty ? 2 : 1));
        if (empty) {
            return found.size() == 1 && !found.get(0).hasChildNodes();
        }
        return switch (rule.charAt(0)) {
            case '+' -> !found.isEmpty();
            case '-' -> found.isEmpty();
            case '=' -> found.size() == 1 && found.get(0).getTextContent().endsWith(".000Z");
            default -> throw new IllegalArgumentException(rule);
        };
    }

    private Node answer(String request) throws Exception {
        String form = "Action=" + request;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            form = form.replace(id.getKey(), id.getValue());
        }
        String body = RawHttp.form(aws.endpoint(), account, form).body();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)))
                .getDocumentElement();
    }

    /** The elements at a path of names below a response; a full stop is the response itself. */
    private static List<Element> elements(Node response, String path) {
        List<Element> found = List.of((Element) response);
        for (String name : path.equals(".") ? new String[0] : path.split("/")) {
            found = found.stream().flatMap(one -> children(one, name).stream()).toList();
        }
        return found;
    }

    private static List<Element> children(Element of, String name) {
        return Stream.iterate(of.getFirstChild(), child -> child != null, Node::getNextSibling)
                .filter(child -> child.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(RecordedMembersTest.class.getResourceAsStream("recorded-members.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
