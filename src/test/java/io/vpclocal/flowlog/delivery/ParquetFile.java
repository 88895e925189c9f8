package io.vpclocal.flowlog.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A file read by the Parquet library's own reader.
 *
 * @param columns names as in the schema
 * @param codecs compression of the columns
 * @param rows values by column name; missing values are left out
 */
record ParquetFile(List<String> columns, List<String> codecs, List<Map<String, Object>> rows) {

    static ParquetFile read(Path file) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new GzipCodecs())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<String> codecs = reader.getRowGroups().stream()
                    .flatMap(block -> block.getColumns().stream())
                    .map(column -> column.getCodec().name())
                    .toList();
            return new ParquetFile(
                    schema.getFields().stream().map(String::valueOf).toList(), codecs, rows(reader, schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> rows(ParquetFileReader reader, MessageType schema) throws IOException {
        MessageColumnIO io = new ColumnIOFactory().getColumnIO(schema);
        List<Map<String, Object>> rows = new ArrayList<>();
        PageReadStore pages = reader.readNextRowGroup();
        while (pages != null) {
            RecordReader<Group> records = io.getRecordReader(pages, new GroupRecordConverter(schema));
            Stream.generate(records::read)
                    .limit(pages.getRowCount())
                    .map(ParquetFile::row)
                    .forEach(rows::add);
            pages = reader.readNextRowGroup();
        }
        return rows;
    }

    private static Map<String, Object> row(Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Type column : group.getType().getFields()) {
            String name = column.getName();
            if (group.getFieldRepetitionCount(name) > 0) {
                row.put(
                        name,
                        switch (column.asPrimitiveType().getPrimitiveTypeName()) {
                            case INT32 -> group.getInteger(name, 0);
                            case INT64 -> group.getLong(name, 0);
                            default -> group.getString(name, 0);
                        });
            }
        }
        return row;
    }
}
