package nl.balansmonitor.teams.botframework;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers one request per connection, then closes it without a word: at once, or when it has read a second request. */
final class OneAnswerPerConnection implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final String body;
    private final boolean readsASecondRequest;

    OneAnswerPerConnection(String body, boolean readsASecondRequest) throws IOException {
        this.body = body;
        this.readsASecondRequest = readsASecondRequest;
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                answer(connection);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        read(requests);
        connection
                .getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body)
                        .getBytes(StandardCharsets.UTF_8));
        if (readsASecondRequest) {
            read(requests);
        }
    }

    private void read(BufferedReader request) throws IOException {
        int length = 0;
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        for (int read = 0; read < length; read++) {
            request.read();
        }
        requests.incrementAndGet();
    }
}
