// A route that fails, so that Medusa answers with its own error.
exports.DELETE = async () => {
  throw new Error('Broken on purpose.');
};
