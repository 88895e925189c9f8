package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.RecordField;
import io.vpclocal.flowlog.record.RecordFormat;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** A Parquet file with gzip inside. Every column is optional: a missing value has no dash as in text files. */
final class ParquetRecordFile implements RecordFile {

    private final RecordFormat format;
    private final MessageType schema;
    private final List<RecordField> columns;
    private final MemoryOutputFile bytes = new MemoryOutputFile();
    private final ParquetWriter<Group> writer;

    ParquetRecordFile(RecordFormat format) throws IOException {
        this.format = format;
        this.columns = format.fields().stream().distinct().toList();
        this.schema = schema(columns);
        this.writer = ExampleParquetWriter.builder(bytes)
                .withType(schema)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new GzipCodecs())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .build();
    }

    /** The columns of a format. A field that is named twice is one column. */
    private static MessageType schema(List<RecordField> fields) {
        Types.MessageTypeBuilder columns = Types.buildMessage();
        for (RecordField field : fields) {
            switch (field.type()) {
                case STRING ->
                    columns.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(field.columnName());
                case INT_32 -> columns.optional(PrimitiveTypeName.INT32).named(field.columnName());
                case INT_64 -> columns.optional(PrimitiveTypeName.INT64).named(field.columnName());
            }
        }
        return columns.named("flow_log");
    }

    @Override
    public int add(FlowRecord record) throws IOException {
        Group row = new SimpleGroup(schema);
        for (RecordField field : columns) {
            Object value = format.value(field, record);
            if (value != null) {
                switch (field.type()) {
                    case STRING -> row.add(field.columnName(), value.toString());
                    case INT_32 -> row.add(field.columnName(), ((Number) value).intValue());
                    case INT_64 -> row.add(field.columnName(), ((Number) value).longValue());
                }
            }
        }
        writer.write(row);
        return format.render(record).length() + 1;
    }

    @Override
    public long size() {
        return writer.getDataSize();
    }

    @Override
    public byte[] finish() throws IOException {
        writer.close();
        return bytes.toByteArray();
    }
}
