// A route that fails, so that Medusa answers with the error of its own making.
exports.DELETE = async () => {
  throw new Error('Broken on purpose.');
};
