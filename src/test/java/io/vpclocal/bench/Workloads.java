package io.vpclocal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The measured workloads. They use AWS API calls only, so other emulators can run them. */
final class Workloads {

    private static final String S3 = "com.amazonaws.us-east-1.s3";
    private static final String KMS = "com.amazonaws.us-east-1.kms";
    private static final int FEW = 100;
    private static final int MANY = 20_000;
    private static final int MANY_VPCS = 16;
    /** AWS allows 255 gateway endpoints in a VPC: enough VPCs for 30,000 in a round. */
    private static final int GATEWAY_VPCS = 120;

    private static final int BATCH = 1000;
    private static final int STREAMS = 16;

    private Workloads() {}

    /** @param large true to add those that first store 20,000 endpoints */
    static List<Workload> all(boolean large) {
        List<Workload> all = new ArrayList<>(List.of(
                new Workload("DescribeVpcEndpoints, none stored", 1, false, Workloads::describeNone),
                new Workload("DescribeVpcEndpoints, 1 of 100 by id", 1, false, Workloads::describeOne),
                new Workload("DescribeVpcEndpoints, all 100", 1, false, Workloads::describeAll),
                new Workload("CreateVpc", 1, true, Workloads::createVpc),
                new Workload("CreateVpcEndpoint, gateway", 1, true, Workloads::createGateway),
                new Workload(
                        "CreateVpcEndpoint, interface, 100 stored",
                        1,
                        true,
                        account -> createInterface(account, FEW, 1))));
        if (large) {
            all.add(new Workload(
                    "CreateVpcEndpoint, interface, 20,000 stored",
                    1,
                    false,
                    account -> createInterface(account, MANY, MANY_VPCS)));
        }
        all.add(new Workload("PutLogEvents, batches of 1,000, events", BATCH, true, Workloads::putLogEvents));
        return all;
    }

    private static IntFunction<byte[]> describeNone(BenchAccount account) {
        byte[] request = account.ec2("DescribeVpcEndpoints");
        return i -> request;
    }

    private static IntFunction<byte[]> describeOne(BenchAccount account) throws Exception {
        storeMixed(account);
        byte[] request = account.ec2("DescribeVpcEndpoints", "VpcEndpointId.1", anEndpoint(account));
        return i -> request;
    }

    private static String anEndpoint(BenchAccount account) throws Exception {
        return Load.element(account.send(account.ec2("DescribeVpcEndpoints")), "vpcEndpointId");
    }

    private static IntFunction<byte[]> describeAll(BenchAccount account) throws Exception {
        storeMixed(account);
        return describeNone(account);
    }

    /** Half of them gateway, half interface endpoints. */
    private static void storeMixed(BenchAccount account) throws Exception {
        String vpc = vpc(account, 0);
        byte[] gateway = account.ec2("CreateVpcEndpoint", "VpcId", vpc, "ServiceName", S3);
        byte[] privateInterface = interfaceRequest(account, vpc);
        new KeepAliveLoad(account.endpoint(), i -> i % 2 == 0 ? gateway : privateInterface).runTimes(FEW);
    }

    private static IntFunction<byte[]> createVpc(BenchAccount account) {
        byte[] request = account.ec2("CreateVpc", "CidrBlock", "10.0.0.0/16");
        return i -> request;
    }

    private static IntFunction<byte[]> createGateway(BenchAccount account) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (int n = 0; n < GATEWAY_VPCS; n++) {
            requests.add(account.ec2("CreateVpcEndpoint", "VpcId", vpc(account, n), "ServiceName", S3));
        }
        return i -> requests.get(i % GATEWAY_VPCS);
    }

    private static IntFunction<byte[]> createInterface(BenchAccount account, int stored, int vpcs) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (int n = 0; n < vpcs; n++) {
            requests.add(interfaceRequest(account, vpc(account, n)));
        }
        new KeepAliveLoad(account.endpoint(), i -> requests.get(i % vpcs)).runTimes(stored);
        return i -> requests.get(0);
    }

    /** In a new subnet with 65,531 free addresses. */
    private static byte[] interfaceRequest(BenchAccount account, String vpc) throws Exception {
        String cidr = Load.element(account.send(account.ec2("DescribeVpcs", "VpcId.1", vpc)), "cidrBlock");
        String subnet = account.create("subnetId", "CreateSubnet", "VpcId", vpc, "CidrBlock", cidr);
        return account.ec2(
                "CreateVpcEndpoint",
                "VpcId",
                vpc,
                "ServiceName",
                KMS,
                "VpcEndpointType",
                "Interface",
                "SubnetId.1",
                subnet,
                "PrivateDnsEnabled",
                "false");
    }

    private static String vpc(BenchAccount account, int n) throws Exception {
        return account.create("vpcId", "CreateVpc", "CidrBlock", "10." + n + ".0.0/16");
    }

    private static IntFunction<byte[]> putLogEvents(BenchAccount account) throws Exception {
        account.send(account.logs("CreateLogGroup", "{\"logGroupName\":\"bench\"}"));
        List<byte[]> requests = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (int n = 0; n < STREAMS; n++) {
            String stream = "\"logGroupName\":\"bench\",\"logStreamName\":\"eni-" + n + "\"";
            account.send(account.logs("CreateLogStream", "{" + stream + "}"));
            requests.add(account.logs("PutLogEvents", "{" + stream + ",\"logEvents\":[" + events(n, now) + "]}"));
        }
        return i -> requests.get(i % STREAMS);
    }

    private static String events(int stream, long now) {
        List<String> events = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            int n = stream * BATCH + i;
            String message = "2 123456789012 eni-0a1b2c3d4e5f60718 10.0.%d.%d 10.0.1.%d %d 443 6 %d %d %d %d ACCEPT OK"
                    .formatted(
                            n / 250 % 250,
                            n % 250,
                            n % 7,
                            1024 + n * 31 % 60_000,
                            n % 90 + 1,
                            n * 37 % 90_000,
                            now / 1000 - 60,
                            now / 1000);
            events.add("{\"timestamp\":" + now + ",\"message\":\"" + message + "\"}");
        }
        return String.join(",", events);
    }
}
