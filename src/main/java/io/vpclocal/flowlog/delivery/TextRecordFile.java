package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.RecordFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A gzip text file: a header line, then one line per record. */
final class TextRecordFile implements RecordFile {

    private final RecordFormat format;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;

    TextRecordFile(RecordFormat format) throws IOException {
        this.format = format;
        this.gzip = new GZIPOutputStream(bytes, 1 << 16);
        line(format.header());
    }

    @Override
    public int add(FlowRecord record) throws IOException {
        return line(format.render(record));
    }

    private int line(String line) throws IOException {
        byte[] encoded = (line + "\n").getBytes(StandardCharsets.UTF_8);
        gzip.write(encoded);
        return encoded.length;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public byte[] finish() throws IOException {
        gzip.close();
        return bytes.toByteArray();
    }
}
