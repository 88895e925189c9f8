package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Impossible flows. The API and its errors are our design. */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficRefusalTest {

    private static final String GOOD = "'destination':'10.0.2.5','destinationPort':80";

    @Autowired
    private Aws aws;

    @Autowired
    private JdbcTemplate jdbc;

    private Lan lan;

    @BeforeAll
    void newLan() {
        lan = new Lan(aws);
        lan.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(lan.vpc)
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination("arn:aws:s3:::flows"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    InvalidNetworkInterfaceID.NotFound | 'source':'eni-0123456789abcdef0',GOOD
                    InvalidNetworkInterfaceId.Malformed | 'source':'eni-x',GOOD
                    InvalidInstanceID.NotFound | 'source':'i-0123456789abcdef0',GOOD
                    InvalidVpcID.NotFound | 'source':{'address':'10.0.1.5','vpcId':'vpc-0123456789abcdef0'},GOOD
                    UnresolvableFlow | 'source':'10.0.1.5','destination':'nosuchservice','destinationPort':80
                    InvalidParameter | 'source':'10.0.1.256',GOOD
                    InvalidParameter | 'source':'10.0.1.77',GOOD
                    InvalidParameter | 'source':'127.0.0.1',GOOD
                    InvalidParameter | 'source':'224.0.0.1',GOOD
                    InvalidParameter | 'source':7,GOOD
                    InvalidParameter | 'source':{},GOOD
                    InvalidParameter | 'source':{'eni':'x'},GOOD
                    MissingParameter | GOOD
                    MissingParameter | 'source':'10.0.1.5','destinationPort':80
                    MissingParameter | 'source':'10.0.1.5','destination':'10.0.2.5'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'packets':-1
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'packets':1.5
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'bytes':-1
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'replyPackets':-1
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'replyPackets':0,'replyBytes':9
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'sourcePort':65536
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'tcpFlags':256
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'icmpType':8
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'protocol':'256'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'protocol':'all'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'protocol':'-1'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'outcome':'lost'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'start':'yesterday'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'start':'2001-01-01T00:00:00Z'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'start':'2201-01-01T00:00:00Z'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'duration':'-1'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'duration':86401
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'duration':'PT25H'
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'apiCall':{'action':'GetObject'}
                    InvalidParameter | 'source':'10.0.1.5',GOOD,'colour':'red'
                    """)
    void anImpossibleFlowIsRefusedWithItsIndex(String code, String flow) throws Exception {
        String good = "{'source':'%s',%s}".formatted(lan.client, GOOD);
        HttpResponse<String> answer =
                lan.traffic.post("[" + good + ",{" + flow.replace("GOOD", GOOD) + "}," + good + "]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode refusal = TrafficApi.json(answer);
        assertThat(refusal.get("code").stringValue()).as(answer.body()).isEqualTo(code);
        assertThat(refusal.get("index").intValue()).isEqualTo(1);
        assertThat(refusal.get("message").stringValue()).isNotEmpty();
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"MalformedBody|{", "MalformedBody|[]", "MalformedBody|{'flows':[],'more':1}"})
    void aMalformedBodyIsRefused(String code, String body) throws Exception {
        HttpResponse<String> answer = lan.traffic.post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TrafficApi.json(answer).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void theRegionMustExist() throws Exception {
        HttpResponse<String> answer = new TrafficApi(aws.endpoint(), lan.account + "&region=mars-1").post("{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TrafficApi.json(answer).get("message").stringValue()).contains("mars-1");
    }

    private long stored() {
        Long rows =
                jdbc.queryForObject("select count(*) from captured_traffic where account = ?", Long.class, lan.account);
        return rows == null ? -1 : rows;
    }
}
