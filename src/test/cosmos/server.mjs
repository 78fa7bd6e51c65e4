// A Cosmos DB for tests: npm's @vercel/cosmosdb-server in this process, with what it lacks for the Java SDK put in front of it.
// Listens on a free port of loopback and prints it; ends when its standard input does, that is with the process that started it.
import cosmosdbServer from '@vercel/cosmosdb-server';

const server = cosmosdbServer.createHttpServer({ keepAlive: true });
const [answer] = server.listeners('request');
server.removeAllListeners('request');
server.on('request', (request, response) => {
    if (request.headers['x-ms-cosmos-is-query-plan-request']) {
        answerWithPassThroughPlan(request, response);
        return;
    }
    if (request.method === 'GET' && request.url === '/') {
        changeAccount(request, response);
    } else {
        mendStatus(request, response);
    }
    answer.call(server, request, response);
});

// The SDK asks how to split a query over partitions. Ours stay within one: the query goes to the store as it is.
function answerWithPassThroughPlan(request, response) {
    request.resume();
    request.on('end', () => {
        const plan = {
            partitionedQueryExecutionInfoVersion: 2,
            queryInfo: {
                distinctType: 'None',
                top: null,
                offset: null,
                limit: null,
                orderBy: [],
                orderByExpressions: [],
                groupByExpressions: [],
                groupByAliases: [],
                aggregates: [],
                groupByAliasToAggregateType: {},
                rewrittenQuery: '',
                hasSelectValue: false,
            },
            queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
        };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(plan));
    });
}

// The account says where it is: by the address it was asked at, so that clients behind a proxy stay behind it. It is strongly
// consistent, as everything here happens in one thread.
function changeAccount(request, response) {
    rewrite(response, (body) => {
        const account = JSON.parse(body);
        const location = {
            name: 'West Europe',
            databaseAccountEndpoint: `http://${request.headers['x-forwarded-host'] ?? request.headers.host}/`,
        };
        account.writableLocations = [location];
        account.readableLocations = [location];
        account.userConsistencyPolicy.defaultConsistencyLevel = 'Strong';
        return JSON.stringify(account);
    });
}

// To read what does not exist makes the server stumble: 500 where Cosmos DB says 404.
function mendStatus(request, response) {
    if (request.method !== 'GET') {
        return;
    }
    rewrite(response, (body) => {
        if (response.statusCode === 500 && body.includes('Cannot read properties of undefined')) {
            response.statusCode = 404;
            return JSON.stringify({ code: 'NotFound', message: 'Entity with the specified id does not exist in the system.' });
        }
        return body;
    });
}

function rewrite(response, change) {
    const end = response.end.bind(response);
    response.end = (body) => end(typeof body === 'string' ? change(body) : body);
}

// It reports every such stumble at length.
console.error = () => {};

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
