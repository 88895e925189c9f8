package io.vpclocal.flowlog.subscription;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.flowlog.record.RecordField;
import io.vpclocal.flowlog.record.RecordField.ColumnType;
import io.vpclocal.flowlog.s3.ObjectStore;
import io.vpclocal.flowlog.s3.ObjectStoreException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.AthenaIntegration;

/**
 * CloudFormation templates that let Athena query a flow log in S3: a database, a table with the flow log's columns and
 * layout, a workgroup and some queries. The contents follow AWS documentation, VPC User Guide: "Query using Amazon
 * Athena"; the wording is ours.
 */
@Component
class IntegrationTemplates {

    private final ObjectStore objects;
    private final Clock clock;

    IntegrationTemplates(ObjectStore objects, Clock clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /**
     * Generates the template and stores it in the requested bucket.
     *
     * @param target the ARN of a bucket, with or without a prefix
     */
    String make(FlowLogEntity flowLog, String target, List<AthenaIntegration> integrations) {
        if (!(flowLog.destination() instanceof Destination.Bucket source)) {
            throw FlowLogErrors.templateOnlyForS3(flowLog.id());
        }
        if (integrations.isEmpty() || integrations.size() > FlowLogLimits.ATHENA_INTEGRATIONS) {
            throw FlowLogErrors.integrationsOutOfRange();
        }
        Destination.Bucket bucket = Destination.Bucket.of(target);
        String template = template(flowLog, source, integrations);
        String key = (bucket.prefix().isEmpty() ? "" : bucket.prefix() + "/") + "VPCFlowLogsIntegrationTemplate_"
                + flowLog.id() + ".yml";
        try {
            objects.put(bucket.bucket(), key, template.getBytes(StandardCharsets.UTF_8), "text/yaml");
        } catch (ObjectStoreException e) {
            throw FlowLogErrors.invalidDestination(target);
        }
        return template;
    }

    private String template(FlowLogEntity flowLog, Destination.Bucket source, List<AthenaIntegration> integrations) {
        StringBuilder yaml = new StringBuilder(4096);
        yaml.append("AWSTemplateFormatVersion: '2010-09-09'\n");
        yaml.append("Description: Amazon Athena over VPC flow log ")
                .append(flowLog.id())
                .append("\n");
        yaml.append("Resources:\n");
        for (int i = 0; i < integrations.size(); i++) {
            integration(yaml, flowLog, source, integrations.get(i), integrations.size() == 1 ? "" : "" + (i + 1));
        }
        return yaml.toString();
    }

    private void integration(
            StringBuilder yaml, FlowLogEntity flowLog, Destination.Bucket source, AthenaIntegration wanted, String n) {
        Destination.Bucket results = Destination.Bucket.of(
                require(wanted.integrationResultS3DestinationArn(), "integrationResultS3DestinationArn"));
        require(wanted.partitionLoadFrequencyAsString(), "partitionLoadFrequency");
        String name = flowLog.id().replace('-', '_') + (n.isEmpty() ? "" : "_" + n);
        yaml.append("  FlowLogsDatabase" + n + ":\n    Type: AWS::Glue::Database\n    Properties:\n")
                .append("      CatalogId: !Ref AWS::AccountId\n      DatabaseInput:\n        Name: vpcflowlogs_" + name
                        + "\n");
        table(yaml, flowLog, source, wanted, n, name);
        yaml.append("  FlowLogsWorkGroup" + n + ":\n    Type: AWS::Athena::WorkGroup\n    Properties:\n")
                .append("      Name: vpcflowlogs_" + name + "\n      WorkGroupConfiguration:\n")
                .append("        ResultConfiguration:\n          OutputLocation: s3://" + location(results) + "\n");
        query(
                yaml,
                n,
                name,
                "TopTalkers",
                "SELECT srcaddr, dstaddr, sum(bytes) AS total FROM flow_logs"
                        + " GROUP BY srcaddr, dstaddr ORDER BY total DESC LIMIT 50");
        query(yaml, n, name, "Rejected", "SELECT * FROM flow_logs WHERE action = ''REJECT'' LIMIT 50");
    }

    private void table(
            StringBuilder yaml,
            FlowLogEntity flowLog,
            Destination.Bucket source,
            AthenaIntegration wanted,
            String n,
            String name) {
        FileLayout layout = flowLog.layout();
        String root = root(flowLog, source);
        yaml.append("  FlowLogsTable" + n + ":\n    Type: AWS::Glue::Table\n    Properties:\n")
                .append("      CatalogId: !Ref AWS::AccountId\n      DatabaseName: !Ref FlowLogsDatabase" + n + "\n")
                .append("      TableInput:\n        Name: flow_logs\n        TableType: EXTERNAL_TABLE\n")
                .append("        Parameters:\n          EXTERNAL: 'TRUE'\n          skip.header.line.count: '1'\n")
                .append("          projection.enabled: 'true'\n");
        partitions(yaml, Partitions.of(layout, wanted.partitionStartDate(), wanted.partitionEndDate(), clock), root);
        yaml.append("        StorageDescriptor:\n          Location: s3://" + root + "\n");
        serde(yaml, layout.parquet());
        yaml.append("          Columns:\n");
        for (RecordField field : flowLog.format().fields()) {
            yaml.append("            - {Name: " + field.columnName() + ", Type: " + athena(field.type()) + "}\n");
        }
    }

    private static void serde(StringBuilder yaml, boolean parquet) {
        String hive = "org.apache.hadoop.hive.ql.io.";
        yaml.append("          InputFormat: "
                + (parquet ? hive + "parquet.MapredParquetInputFormat" : "org.apache.hadoop.mapred.TextInputFormat")
                + "\n          OutputFormat: "
                + (parquet ? hive + "parquet.MapredParquetOutputFormat" : hive + "HiveIgnoreKeyTextOutputFormat")
                + "\n          SerdeInfo:\n            SerializationLibrary: "
                + (parquet
                        ? hive + "parquet.serde.ParquetHiveSerDe\n"
                        : "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe\n"
                                + "            Parameters: {field.delim: ' '}\n"));
    }

    private static void query(StringBuilder yaml, String n, String name, String title, String sql) {
        yaml.append("  " + title + "Query" + n + ":\n    Type: AWS::Athena::NamedQuery\n    Properties:\n")
                .append("      Name: " + title + "\n      Database: !Ref FlowLogsDatabase" + n + "\n")
                .append("      WorkGroup: !Ref FlowLogsWorkGroup" + n + "\n      QueryString: '" + sql + "'\n");
    }

    private static void partitions(StringBuilder yaml, Partitions partitions, String root) {
        partitions
                .projections()
                .forEach((property, value) -> yaml.append("          projection." + property + ": '" + value + "'\n"));
        yaml.append("          storage.location.template: s3://" + root + partitions.location() + "\n")
                .append("        PartitionKeys:\n");
        partitions.keys().forEach(key -> yaml.append("          - {Name: " + key + ", Type: string}\n"));
    }

    private static String root(FlowLogEntity flowLog, Destination.Bucket source) {
        String path = flowLog.layout().hive()
                ? "AWSLogs/aws-account-id=%s/aws-service=vpcflowlogs/aws-region=%s/"
                : "AWSLogs/%s/vpcflowlogs/%s/";
        return location(source) + path.formatted(flowLog.account(), flowLog.region());
    }

    private static String location(Destination.Bucket bucket) {
        return bucket.bucket() + "/" + (bucket.prefix().isEmpty() ? "" : bucket.prefix() + "/");
    }

    private static String athena(ColumnType type) {
        return switch (type) {
            case STRING -> "string";
            case INT_32 -> "int";
            case INT_64 -> "bigint";
        };
    }
}
