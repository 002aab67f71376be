/** Lets go of the test server; the last run to leave stops it. */
export default async function tearDown() {
  const { server, keeper } = globalThis.testCluster;
  await keeper.end().catch(() => undefined);
  await server.leave();
}
